package io.gatehouse.sandbox.people;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What a mail scanner did with one link.
 *
 * @param statuses of its GET, of its empty POST and of each form it posted, in this order; 0 when
 *     nothing answered
 */
public record ScannedLink(Instant at, URI link, List<Integer> statuses) {}
