/**
 * Proof: events as canonical JSON with personal values only as salted commitments, and signatures.
 */
@NullMarked
package io.gatehouse.evidence;

import org.jspecify.annotations.NullMarked;
