/**
 * Forms that are read off the record they fill.
 *
 * <p>At start: pages produce their {@link LabelledTypes}, and {@link FormDefinitions} resolves the form of each record: the
 * kind of question by the component's type, whether it is required by its constraints, when it is asked by {@code @AskedWhen},
 * its words by {@link Labels}. Whatever is wrong stops the start, by the name of the component.
 *
 * <p>On each request {@link Forms} fits what was typed to a ready definition: {@link Form} shows the questions,
 * {@link Fitting} fits them to a page, {@link FormReader} reads the record and names mistakes, {@link FormWriter} writes a
 * record as if it had been typed, and {@link SummaryRows} tells it back.
 */
@NullMarked
package org.teestriage.web.pages.form;

import org.jspecify.annotations.NullMarked;
