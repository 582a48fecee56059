package io.gatehouse.config;

/**
 * The key in Azure Key Vault that wraps ours.
 *
 * @param key its address without a version, {@code https://NAME.vault.azure.net/keys/KEY}
 */
public record VaultSettings(String key, GraphCredential credential) {}
