package org.teestriage.directory;

import org.jspecify.annotations.Nullable;

/**
 * A local authority under its GSS code. The authority in whose area a child lives must protect the child.
 *
 * @param dfeNumber the number at the Department for Education; only the Tees authorities have one here
 */
public record Authority(
        String code, String name, boolean inTees, @Nullable String dfeNumber) {
    public Authority {
        Preconditions.text(code, "an authority's code");
        Preconditions.text(name, "the name of authority " + code);
    }
}
