/** What workflow code must never do, and code that does it, to prove that each rule can fail. */
@NullMarked
package io.gatehouse.determinism;

import org.jspecify.annotations.NullMarked;
