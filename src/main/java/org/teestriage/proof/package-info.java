/** What is proven outside the database: signed checkpoints over all timelines and the read log, and packs for inspectors. */
@NullMarked
package org.teestriage.proof;

import org.jspecify.annotations.NullMarked;
