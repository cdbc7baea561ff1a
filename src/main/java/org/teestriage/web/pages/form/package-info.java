/** Forms that are read off the record they fill. */
@NullMarked
package org.teestriage.web.pages.form;

import org.jspecify.annotations.NullMarked;
