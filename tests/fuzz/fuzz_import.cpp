// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Any file, imported for each vendor: reading it in pieces makes no difference, events are whole JSON with an id, places lie
// within the file, and what cannot be read is an error with a sentence.

#include "models/core/text.h"
#include "models/json/jsonvalidator.h"
#include "models/json/utf8.h"
#include "models/sync/importreader.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/sources/sampleaccounts.h"

#include <algorithm>
#include <thread>

using namespace Trailglass;
using namespace Qt::StringLiterals;

using Fuzz::require;

namespace {

/// A file in memory, which gives all or little at once.
class MemoryInput final : public ByteInput
{
public:
    MemoryInput(std::string_view bytes, bool inPieces)
        : m_bytes(bytes)
        , m_inPieces(inPieces)
        , m_lengths(bytes)
    {
    }

    Result<qint64> read(std::span<char> buffer, const CancelToken &) override
    {
        const std::size_t length = std::min(
            {m_inPieces ? m_lengths.next() : m_bytes.size(), m_bytes.size() - m_place, buffer.size()});
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_place), length, buffer.begin());
        m_place += length;
        return static_cast<qint64>(length);
    }

    bool seek(qint64 offset) override
    {
        m_place = std::min(static_cast<std::size_t>(offset), m_bytes.size());
        return true;
    }

    std::optional<qint64> size() const override { return static_cast<qint64>(m_bytes.size()); }

private:
    std::string_view m_bytes;
    bool m_inPieces = false;
    Fuzz::PieceLengths m_lengths;
    std::size_t m_place = 0;
};

/// What an import gave.
struct Imported
{
    std::vector<Event> events;
    std::vector<UnreadableRow> unreadable;
    Result<void> outcome;

    /// One line a fact, to compare two imports.
    [[nodiscard]] QStringList description() const
    {
        QStringList lines;
        for (const Event &event : events)
            lines.append(toQString(event.id) + u' ' + toQString(event.raw));
        for (const UnreadableRow &row : unreadable)
            lines.append(u"%1 %2 %3 %4"_s.arg(row.line).arg(row.offset).arg(row.length).arg(row.reason));
        lines.append(outcome ? u"done"_s : outcome.error().message);
        return lines;
    }
};

Imported importAs(const Source &source, std::string_view file, bool inPieces)
{
    const auto settings = SourceSettings::fromValues(source.type(), requiredSettings(source.vendor()));
    MemoryInput input(file, inPieces);
    BatchQueue queue;
    Imported imported;
    qint64 bytes = 0;
    std::jthread writer([&] {
        while (auto batch = queue.pop()) {
            require(batch->bytes >= bytes, "an import goes forward");
            bytes = batch->bytes;
            std::ranges::move(batch->rows.events, std::back_inserter(imported.events));
            std::ranges::move(batch->rows.unreadable, std::back_inserter(imported.unreadable));
        }
    });
    ImportReader reader(source, *settings, input, queue, {});
    const Result<void> outcome = reader.run();
    writer.join();
    require(bytes <= static_cast<qint64>(file.size()), "no more is read than there is");
    imported.outcome = outcome;
    return imported;
}

void check(const Imported &imported)
{
    for (const Event &event : imported.events) {
        require(!event.id.empty(), "an event has an id");
        require(isJson(event.raw) && isValidUtf8(event.raw), "the stored bytes are JSON");
    }
    for (const UnreadableRow &row : imported.unreadable) {
        require(row.offset >= 0 && row.length >= row.bytes.size(), "a quarantined row has a place");
        require(!row.reason.isEmpty(), "a quarantined row has a reason");
    }
    if (imported.outcome)
        return;
    const Error &error = imported.outcome.error();
    const bool isOfFile = error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge
        || error.kind == ErrorKind::Vendor;
    require(isOfFile && !error.message.isEmpty(), "a file that cannot be read is refused with a sentence");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view file = Fuzz::inputOf(data, size);
    for (const Source *source : allSources()) {
        const Imported imported = importAs(*source, file, false);
        check(imported);
        require(importAs(*source, file, true).description() == imported.description(),
                "pieces make no difference");
        Fuzz::reached(!imported.outcome ? "refused" : imported.events.empty() ? "no events" : "imported");
    }
    return 0;
}
