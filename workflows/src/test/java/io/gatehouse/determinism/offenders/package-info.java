/** One offence against each rule of determinism. */
@NullMarked
package io.gatehouse.determinism.offenders;

import org.jspecify.annotations.NullMarked;
