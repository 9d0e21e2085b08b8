package org.jingzhun.chassis.limit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.ProblemsSeen;

/** Sends what a decent client library would not: requests as they are written, bodies that stop in their middle. */
final class RawHttp implements AutoCloseable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final Socket socket;
    private String method = "";
    private String path = "";

    RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLISECONDS);
    }

    /** With a receive buffer so small that a reader who stops reading is soon noticed. */
    static RawHttp lazy(int port) throws IOException {
        var raw = new RawHttp(port);
        raw.socket.setReceiveBufferSize(1024);
        return raw;
    }

    RawHttp head(String line, Map<String, String> headers) throws IOException {
        String[] words = line.split(" ");
        method = words[0];
        path = words[1].replaceAll("[?].*", "");
        String rest = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        return send(line + " HTTP/1.1\r\nHost: localhost\r\n" + rest + "\r\n");
    }

    RawHttp send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    /** What comes until the service hangs up. */
    String all() throws IOException {
        return noted(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The first bytes that come. */
    String some() throws IOException {
        byte[] buffer = new byte[4096];
        InputStream in = socket.getInputStream();
        int count = in.read(buffer);
        return count < 0 ? "" : noted(new String(buffer, 0, count, StandardCharsets.UTF_8));
    }

    private String noted(String answer) {
        Matcher status = STATUS.matcher(answer);
        if (status.lookingAt()) {
            ProblemsSeen.note(method, path, Integer.parseInt(status.group(1)), answer);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
