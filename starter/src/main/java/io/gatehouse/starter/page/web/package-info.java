/** The web server of the pages: what every page has, and who may see it. */
@NullMarked
package io.gatehouse.starter.page.web;

import org.jspecify.annotations.NullMarked;
