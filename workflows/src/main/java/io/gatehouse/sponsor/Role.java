package io.gatehouse.sponsor;

/** In which role somebody is asked, in the order of the chain. */
public enum Role {
  SPONSOR,
  MANAGER,
  /** The tenant's last resort: cannot say "not mine", and silence is never a yes. */
  STEWARD
}
