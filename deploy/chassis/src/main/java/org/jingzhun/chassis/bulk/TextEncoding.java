package org.jingzhun.chassis.bulk;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jingzhun.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/** The encodings in which an import may come. */
enum TextEncoding {
    UTF_8("UTF-8"),

    /** 信息技术 中文编码字符集, what spreadsheets on Chinese computers write; GBK and GB 2312 are parts of it. */
    GB18030("GB18030/GBK");

    /** The encoding of the same name. */
    static final Charset GB = Charset.forName("GB18030");

    private final String label;

    TextEncoding(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * The encoding that the type's charset parameter names, {@code null} when it names none.
     *
     * @throws org.jingzhun.chassis.http.ProblemException 415 {@code import-charset-unsupported}
     */
    static @Nullable TextEncoding declaredBy(MediaType type) {
        String name = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name == null) {
            return null;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8", "us-ascii" -> UTF_8;
            case "gb18030", "gbk", "gb2312", "cp936", "ms936", "windows-936" -> GB18030;
            default -> throw Problem.of(415, "import-charset-unsupported", name).asException();
        };
    }
}
