/** Pages: layout, start page, and CSRF protection of forms. */
@NullMarked
package org.teestriage.web.pages;

import org.jspecify.annotations.NullMarked;
