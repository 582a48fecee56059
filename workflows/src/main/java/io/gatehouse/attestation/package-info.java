/** A sponsor's or an operator's answer on its way into a lifecycle. */
@NullMarked
package io.gatehouse.attestation;

import org.jspecify.annotations.NullMarked;
