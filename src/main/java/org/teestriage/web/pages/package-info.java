/** The pages: layout, start, and the guard of their forms. */
@NullMarked
package org.teestriage.web.pages;

import org.jspecify.annotations.NullMarked;
