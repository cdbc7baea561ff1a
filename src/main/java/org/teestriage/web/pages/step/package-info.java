/** One page per step: what an officer needs to know, and the form of the decision. */
@NullMarked
package org.teestriage.web.pages.step;

import org.jspecify.annotations.NullMarked;
