package io.gatehouse.sandbox.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as it is now.
 *
 * @param mail null for a security group
 * @param members object ids of live users, in id order
 * @param owners object ids of live users, in id order
 */
public record Group(
    String id,
    String displayName,
    @Nullable String mail,
    boolean roleAssignable,
    List<String> members,
    List<String> owners) {}
