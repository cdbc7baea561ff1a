/** Delivery of letters to partners: the courier, its lease queue, and receipts. */
@NullMarked
package org.teestriage.delivery;

import org.jspecify.annotations.NullMarked;
