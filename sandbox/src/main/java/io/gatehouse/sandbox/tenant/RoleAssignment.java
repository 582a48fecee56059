package io.gatehouse.sandbox.tenant;

/** A directory role given to a principal for the whole tenant, or one it may activate. */
public record RoleAssignment(String id, String principalId, String roleDefinitionId) {}
