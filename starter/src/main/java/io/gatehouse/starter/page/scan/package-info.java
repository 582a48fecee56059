/** Scans: what each read, what it was compared with, how it was judged. */
@NullMarked
package io.gatehouse.starter.page.scan;

import org.jspecify.annotations.NullMarked;
