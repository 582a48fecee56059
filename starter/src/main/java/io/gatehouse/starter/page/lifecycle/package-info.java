/** Lifecycles: which there are, and each as a timeline. */
@NullMarked
package io.gatehouse.starter.page.lifecycle;

import org.jspecify.annotations.NullMarked;
