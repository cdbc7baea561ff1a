/** Questions of a hub to the person who raised a concern: asked, due, chased, answered or withdrawn. */
@NullMarked
package org.teestriage.casework.question;

import org.jspecify.annotations.NullMarked;
