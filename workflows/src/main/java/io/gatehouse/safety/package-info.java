/** What keeps effects from doing harm: judgement of scans, guards, caps, the effect protocol. */
@NullMarked
package io.gatehouse.safety;

import org.jspecify.annotations.NullMarked;
