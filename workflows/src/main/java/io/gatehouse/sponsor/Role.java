package io.gatehouse.sponsor;

/** In which role somebody is asked, in the order of the chain. */
public enum Role {
  /** Who asked for an exclusion; asked about that only. */
  OWNER,
  SPONSOR,
  /** Owner or member of a group that sponsors the guest. */
  MEMBER,
  MANAGER,
  /** Who invited the guest, by the directory's audit log. */
  INVITER,
  /** Somebody an operator named. */
  NAMED,
  /** The tenant's last resort: cannot say "not mine", and silence is never a yes. */
  STEWARD
}
