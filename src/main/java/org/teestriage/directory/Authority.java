package org.teestriage.directory;

import org.jspecify.annotations.Nullable;

/**
 * A local authority under its GSS code: whoever's area the child lives in owes the child protection.
 *
 * @param dfeNumber the number the Department for Education knows it by; held for the Tees authorities only
 */
public record Authority(
        String code, String name, boolean inTees, @Nullable String dfeNumber) {
    public Authority {
        Preconditions.text(code, "an authority's code");
        Preconditions.text(name, "the name of authority " + code);
    }
}
