// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sync/importforms.h"

#include "models/inputs/inputdocuments.h"
#include "models/json/jsontext.h"
#include "models/json/utf8.h"
#include "models/sync/importreader.h"
#include "tests/inputs/memoryinput.h"
#include "tests/support/gzip.h"
#include "tests/support/ziparchive.h"
#include "tests/support/zstdframe.h"

#include <QStringEncoder>

#include <thread>

using namespace Qt::StringLiterals;

namespace Trailglass::Support {

namespace {

constexpr qsizetype PageSize = 3;

QByteArray mark()
{
    return {ByteOrderMark.data(), ByteOrderMark.size()};
}

QByteArray quoted(const QByteArray &text)
{
    std::string out;
    appendJsonString(text.toStdString(), out);
    return QByteArray::fromStdString(out);
}

/// Each event in something.
QByteArrayList each(const QByteArrayList &events, const QByteArray &before, const QByteArray &after,
                    QByteArray (*written)(const QByteArray &) = quoted)
{
    QByteArrayList wrapped;
    for (const QByteArray &event : events)
        wrapped.append(before + written(event) + after);
    return wrapped;
}

QByteArray asItIs(const QByteArray &event)
{
    return event;
}

QByteArray response(const Source &source, const QByteArrayList &events)
{
    const std::vector<std::string_view> path = source.rowPaths().front();
    QByteArray text = '[' + events.join(',') + ']';
    for (auto name = path.rbegin(); name != path.rend(); ++name)
        text = "{\"" + QByteArray(name->data(), static_cast<qsizetype>(name->size())) + "\":" + text + '}';
    return text;
}

/// The events a few at a time.
QByteArrayList pages(const QByteArrayList &events,
                     const std::function<QByteArray(const QByteArrayList &)> &page)
{
    QByteArrayList written;
    for (qsizetype first = 0; first < events.size(); first += PageSize)
        written.append(page(events.mid(first, PageSize)));
    return written;
}

QByteArray responses(const Source &source, const QByteArrayList &events, const QByteArray &between)
{
    return pages(events, [&source](const QByteArrayList &some) { return response(source, some); })
        .join(between);
}

QByteArrayList splunkRows(const QByteArrayList &events)
{
    return each(events, R"({"_time":"2026-11-20T09:15:00.000+00:00","_raw":)", R"(,"gid":"0","id":"0"})");
}

QByteArrayList hits(const QByteArrayList &events)
{
    return each(events, R"({"_index":"audit","_id":"x","_source":{"@timestamp":"2026","event":{"original":)",
                R"(,"kind":"event"}}})");
}

QByteArray encoded(const QByteArray &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encode(encoding, QStringConverter::Flag::WriteBom);
    return encode(QString::fromUtf8(text));
}

} // namespace

QByteArray pretty(const QByteArray &event)
{
    QByteArray out;
    bool isInString = false;
    bool isEscaped = false;
    for (const char byte : event) {
        out.append(byte);
        if (byte == '"' && !isEscaped)
            isInString = !isInString;
        isEscaped = byte == '\\' && !isEscaped;
        if (!isInString && (byte == '{' || byte == ','))
            out.append(byte == '{' ? "\n  " : "\r\n  ");
    }
    return out;
}

const std::vector<TextForm> &textForms()
{
    using Events = const QByteArrayList &;
    static const std::vector<TextForm> forms{
        {"one a line",
         [](const Source &, Events events) -> QByteArray {
             return events.join('\n') + '\n';
         }},
        {"one a line, CRLF, empty lines, a mark",
         [](const Source &, Events events) -> QByteArray {
             return mark() + events.join("\r\n \r\n");
         }},
        {"one a line, joined files with marks",
         [](const Source &, Events events) -> QByteArray {
             return mark()
                 + pages(events, [](Events some) -> QByteArray { return some.join('\n'); }).join(mark());
         }},
        {"one a line, joined files without line breaks at their ends",
         [](const Source &, Events events) -> QByteArray {
             return pages(events, [](Events some) -> QByteArray { return some.join('\n'); })
                 .join(QByteArray());
         }},
        {"one after the other in one line",
         [](const Source &, Events events) -> QByteArray {
             return events.join(QByteArray());
         }},
        {"pretty ones one after the other",
         [](const Source &, Events events) -> QByteArray { return events.join("\n"); }, true},
        {"pretty ones, joined files with marks",
         [](const Source &, Events events) -> QByteArray {
             return mark() + pages(events, [](Events some) -> QByteArray {
                                 return some.join('\n');
                             }).join('\n' + mark());
         },
         true},
        {"an array",
         [](const Source &, Events events) -> QByteArray {
             return '[' + events.join(",\n") + ']';
         }},
        {"an array a line",
         [](const Source &, Events events) -> QByteArray {
             return pages(events, [](Events some) -> QByteArray { return '[' + some.join(',') + ']'; })
                 .join('\n');
         }},
        {"arrays one after the other",
         [](const Source &, Events events) -> QByteArray {
             return pages(events, [](Events some) -> QByteArray { return "[\n" + some.join(",\n") + "\n]"; })
                 .join('\n');
         },
         true},
        {"a response",
         [](const Source &source, Events events) -> QByteArray {
             return response(source, events);
         }},
        {"a response a line",
         [](const Source &source, Events events) -> QByteArray {
             return responses(source, events, "\n");
         }},
        {"pretty responses one after the other",
         [](const Source &source, Events events) -> QByteArray { return responses(source, events, "\n"); },
         true},
        {"records of Splunk",
         [](const Source &, Events events) -> QByteArray {
             return splunkRows(events).join('\n');
         }},
        {"an export of Splunk",
         [](const Source &, Events events) -> QByteArray {
             return each(splunkRows(events), R"({"preview":false,"offset":0,"result":)", "}", asItIs)
                 .join('\n');
         }},
        {"a response of Splunk",
         [](const Source &, Events events) -> QByteArray {
             return R"({"preview":false,"results":[)" + splunkRows(events).join(',') + "]}";
         }},
        {"responses in records of Splunk",
         [](const Source &source, Events events) -> QByteArray {
             return each(pages(events, [&](Events some) { return response(source, some); }), R"({"_raw":)",
                         "}")
                 .join('\n');
         }},
        {"documents of Elastic",
         [](const Source &, Events events) -> QByteArray {
             return each(events, R"({"event.original":)", R"(,"tags":[]})").join('\n');
         }},
        {"hits of Elastic",
         [](const Source &, Events events) -> QByteArray {
             return hits(events).join('\n');
         }},
        {"a response of Elastic",
         [](const Source &, Events events) -> QByteArray {
             return R"({"took":3,"hits":{"total":{"value":9},"hits":[)" + hits(events).join(',') + "]}}";
         }},
        {"hits with the events themselves",
         [](const Source &, Events events) -> QByteArray {
             return each(events, R"({"_index":"audit","_source":)", "}", asItIs).join('\n');
         }},
    };
    return forms;
}

const std::vector<FileForm> &fileForms()
{
    using Text = const QByteArray &;
    const auto halves = [](QByteArray (*packed)(Text)) {
        return [packed](Text text, Random &random) -> QByteArray {
            const qsizetype half = random.below(text.size() + 1);
            return packed(text.first(half)) + packed(text.sliced(half));
        };
    };
    const auto gzipped = [](Text text) {
        return gzip(text);
    };
    static const std::vector<FileForm> forms{
        {"as it is",
         [](Text text, Random &) {
             return text;
         }},
        {"gzip",
         [](Text text, Random &) {
             return gzip(text);
         }},
        {"gzip, two members", halves(gzipped)},
        {"zstd",
         [](Text text, Random &) {
             return zstdFrame(text);
         }},
        {"zstd, two frames", halves(zstdFrame)},
        {"a ZIP archive",
         [](Text text, Random &) {
             return zipArchive({{.name = "a", .content = text}});
         }},
        {"a ZIP archive, stored",
         [](Text text, Random &) {
             return zipArchive({{.name = "a/"}, {.name = "a/b", .content = text, .isPacked = false}}, true);
         }},
        {"gzip in a ZIP archive",
         [](Text text, Random &) {
             return zipArchive({{.name = "a.gz", .content = gzip(text)}});
         }},
        {"UTF-16, little-endian",
         [](Text text, Random &) {
             return encoded(text, QStringConverter::Utf16LE);
         }},
        {"UTF-16, big-endian",
         [](Text text, Random &) {
             return encoded(text, QStringConverter::Utf16BE);
         }},
        {"UTF-16 in gzip",
         [](Text text, Random &) {
             return gzip(encoded(text, QStringConverter::Utf16LE));
         }},
    };
    return forms;
}

QStringList ReadFile::description() const
{
    QStringList lines;
    for (const QByteArray &event : events)
        lines.append(QString::fromUtf8(event));
    return lines + unreadable + errors + warnings;
}

ReadFile readFile(const Source &source, const QByteArray &file, qsizetype maxRead)
{
    ReadFile read;
    InputDocuments documents(std::make_unique<MemoryInput>(file, maxRead));
    for (;;) {
        auto document = documents.next({});
        if (!document) {
            read.errors.append(document.error().message);
            return read;
        }
        if (!*document)
            return read;
        if (!(*document)->text) {
            read.errors.append((*document)->text.error().message);
            continue;
        }
        BatchQueue queue;
        ImportReader reader(source, SourceSettings(), **(*document)->text, queue, {});
        Result<void> outcome;
        std::thread thread([&] { outcome = reader.run(); });
        while (const std::optional<ImportBatch> batch = queue.pop()) {
            for (const Event &event : batch->rows.events)
                read.events.append(QByteArray::fromStdString(event.raw));
            for (const UnreadableRow &row : batch->rows.unreadable) {
                const QString place =
                    row.line > 0 ? u"line %1"_s.arg(row.line) : u"byte %1"_s.arg(row.offset);
                read.unreadable.append(place + u": " + row.reason);
            }
        }
        thread.join();
        if (!outcome)
            read.errors.append(outcome.error().message);
        read.warnings += reader.warnings();
    }
}

} // namespace Trailglass::Support
