package org.jingzhun.pairing.photo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Whether bytes are a picture: a JPEG or PNG whose head can be read and that has its end. */
final class Picture {

    private static final byte[] JPEG_END = {(byte) 0xff, (byte) 0xd9};
    private static final byte[] PNG_END = {'I', 'E', 'N', 'D', (byte) 0xae, 0x42, 0x60, (byte) 0x82};
    /** Phones write a little behind the end of a JPEG. */
    private static final int SLACK = 64 * 1024;

    private Picture() {}

    /** The media type, empty when it is no picture. Only the head is decoded: a small file may be a huge picture. */
    static Optional<String> mediaType(byte[] content) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                boolean hasSize = reader.getWidth(0) > 0 && reader.getHeight(0) > 0;
                return hasSize ? complete(reader.getFormatName(), content) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> complete(String format, byte[] content) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "jpeg" -> ends(content, JPEG_END) ? Optional.of("image/jpeg") : Optional.empty();
            case "png" -> ends(content, PNG_END) ? Optional.of("image/png") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean ends(byte[] content, byte[] end) {
        for (int from = content.length - end.length; from >= Math.max(0, content.length - SLACK); from--) {
            if (Arrays.equals(content, from, from + end.length, end, 0, end.length)) {
                return true;
            }
        }
        return false;
    }
}
