package io.gatehouse.guest;

/** The input of a lifecycle: one guest, one trigger, one plan. */
public record Opening(LifecycleRef ref, Trigger trigger, Plan plan, int policyVersion) {}
