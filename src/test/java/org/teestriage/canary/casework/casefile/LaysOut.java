package org.teestriage.canary.casework.casefile;

import org.teestriage.platform.print.PdfPrinter;

/** Lays out a PDF where a transaction may run. */
record LaysOut(PdfPrinter printer) {}
