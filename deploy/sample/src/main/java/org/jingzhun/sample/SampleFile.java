package org.jingzhun.sample;

import org.jingzhun.sample.AssetRecord.Source;
import org.jspecify.annotations.Nullable;

/** A file of the sample, and the service and import kind that it is for. */
public enum SampleFile {
    DIVISIONS("divisions", "identification", "divisions", null),
    HOUSEHOLDS("households", "identification", "households", null),
    MEMBERS("members", "identification", "members", null),
    ASSESSMENTS("assessments", "identification", "assessments", null),
    ASSETS_VEHICLE("asset-records-vehicle", "identification", "asset-records", Source.VEHICLE),
    ASSETS_HOUSING("asset-records-housing", "identification", "asset-records", Source.HOUSING),
    ASSETS_COMPANY("asset-records-company", "identification", "asset-records", Source.COMPANY),
    ASSETS_PAYROLL("asset-records-payroll", "identification", "asset-records", Source.PAYROLL),
    UNITS("units", "pairing", "units", null),
    HELPERS("helpers", "pairing", "helpers", null),
    /** Never given to a service. */
    TRUTH("truth", null, null, null);

    private final String stem;
    private final @Nullable String service;
    private final @Nullable String kind;
    private final @Nullable Source source;

    SampleFile(String stem, @Nullable String service, @Nullable String kind, @Nullable Source source) {
        this.stem = stem;
        this.service = service;
        this.kind = kind;
        this.source = source;
    }

    /** Name in the folder. */
    public String fileName(boolean gzip) {
        return stem + (gzip ? ".ndjson.gz" : ".ndjson");
    }

    /** Name of the import without an ending, as `--files` takes it. */
    public String stem() {
        return stem;
    }

    /** Service that imports it; absent for the truth. */
    public @Nullable String service() {
        return service;
    }

    /** Import kind; absent for the truth. */
    public @Nullable String kind() {
        return kind;
    }

    /** Source of asset records; absent for other kinds. */
    public @Nullable Source source() {
        return source;
    }

    static SampleFile of(Source source) {
        return switch (source) {
            case VEHICLE -> ASSETS_VEHICLE;
            case HOUSING -> ASSETS_HOUSING;
            case COMPANY -> ASSETS_COMPANY;
            case PAYROLL -> ASSETS_PAYROLL;
        };
    }
}
