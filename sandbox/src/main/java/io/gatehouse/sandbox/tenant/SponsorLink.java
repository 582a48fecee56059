package io.gatehouse.sandbox.tenant;

/** Who vouches for a guest: Entra allows users and groups. */
public sealed interface SponsorLink {
  String id();

  record Person(User user) implements SponsorLink {
    @Override
    public String id() {
      return user.id();
    }
  }

  record Team(Group group) implements SponsorLink {
    @Override
    public String id() {
      return group.id();
    }
  }
}
