@NullMarked
package org.teestriage.web.api;

import org.jspecify.annotations.NullMarked;
