/** Between a concern and its process instance: what the path asks, and what follows when it opens a step. */
@NullMarked
package org.teestriage.casework.path;

import org.jspecify.annotations.NullMarked;
