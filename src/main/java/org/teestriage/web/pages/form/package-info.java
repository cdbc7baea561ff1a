/**
 * Forms generated from the record that they fill.
 *
 * <p>At startup, pages produce their {@link LabelledTypes}, and {@link FormDefinitions} resolves the form of each
 * record. The component type selects the kind of field, constraints make it required, {@code @AskedWhen} makes it
 * conditional, and {@link Labels} provides its label. A mistake stops the start and names the component.
 *
 * <p>For each request, {@link Forms} combines the typed values with a definition. {@link Form} renders the questions,
 * {@link Fitting} adapts them to a page, {@link FormReader} reads the record and reports errors, {@link FormWriter}
 * writes a record as form values, and {@link SummaryRows} summarises it.
 */
@NullMarked
package org.teestriage.web.pages.form;

import org.jspecify.annotations.NullMarked;
