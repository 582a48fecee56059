/** What all pages share: days and moments as people read them, and words for names in the store. */
@NullMarked
package io.gatehouse.starter.page;

import org.jspecify.annotations.NullMarked;
