// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Any file as what it is before it is JSON, packed or an archive: reading it in pieces or from a pipe makes no difference, text
// that is not packed comes out as it is, what is read and what it grows to is bounded, an error has a sentence.

#include "models/inputs/inputdocuments.h"
#include "models/inputs/inputformat.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace Trailglass;

using Fuzz::require;

namespace {

/// How a file in memory is read.
enum class Reading
{
    AtOnce,
    InPieces,
    AsAPipe, ///< that has no size and can be read once
};

class MemoryFile final : public ByteInput
{
public:
    MemoryFile(std::string_view bytes, Reading reading)
        : m_bytes(bytes)
        , m_reading(reading)
        , m_lengths(bytes)
    {
    }

    Result<qint64> read(std::span<char> buffer, const CancelToken &) override
    {
        const std::size_t most = m_reading == Reading::InPieces ? m_lengths.next() : m_bytes.size();
        const std::size_t length = std::min({most, m_bytes.size() - m_place, buffer.size()});
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_place), length, buffer.begin());
        m_place += length;
        return static_cast<qint64>(length);
    }

    bool seek(qint64 offset) override
    {
        const bool isPossible =
            m_reading != Reading::AsAPipe && offset >= 0 && offset <= static_cast<qint64>(m_bytes.size());
        if (isPossible)
            m_place = static_cast<std::size_t>(offset);
        return isPossible;
    }

    std::optional<qint64> size() const override
    {
        return m_reading == Reading::AsAPipe ? std::nullopt
                                             : std::optional(static_cast<qint64>(m_bytes.size()));
    }

private:
    std::string_view m_bytes;
    const Reading m_reading;
    Fuzz::PieceLengths m_lengths;
    std::size_t m_place = 0;
};

/// A document, and why it ended early.
struct Text
{
    QString member;
    std::size_t size = 0;
    std::string beginning = {}; ///< as much as an input can be
    QString error = {};

    friend bool operator==(const Text &, const Text &) = default;
};

struct Unpacked
{
    std::vector<Text> texts;
    QString error; ///< of the file
    bool isArchive = false;
    bool isUnsupported = false;

    friend bool operator==(const Unpacked &, const Unpacked &) = default;
};

QString sentenceOf(const Error &error)
{
    require(error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge
                || error.kind == ErrorKind::Unsupported,
            "an error is one of the file");
    require(!error.message.isEmpty(), "an error has a sentence");
    return error.message;
}

void readText(ByteInput &input, Text &text)
{
    std::vector<char> buffer(64 * 1024);
    for (;;) {
        const Result<qint64> count = input.read(buffer, {});
        if (!count) {
            text.error = sentenceOf(count.error());
            return;
        }
        require(*count >= 0 && *count <= static_cast<qint64>(buffer.size()), "a buffer takes what is read");
        if (*count == 0)
            return;
        const std::string_view piece(buffer.data(), static_cast<std::size_t>(*count));
        text.size += piece.size();
        text.beginning += piece.substr(0, Fuzz::MaxInput - text.beginning.size());
    }
}

Unpacked unpack(std::string_view file, Reading reading)
{
    InputDocuments documents(std::make_unique<MemoryFile>(file, reading));
    Unpacked unpacked;
    std::size_t size = 0;
    for (;;) {
        auto document = documents.next({});
        if (!document) {
            unpacked.error = sentenceOf(document.error());
            unpacked.isUnsupported = document.error().kind == ErrorKind::Unsupported;
            break;
        }
        if (!*document)
            break;
        Text text{.member = (*document)->member};
        if ((*document)->text)
            readText(**(*document)->text, text);
        else
            text.error = sentenceOf((*document)->text.error());
        size += text.size;
        unpacked.texts.push_back(std::move(text));
    }
    unpacked.isArchive = documents.isArchive();
    // UTF-16 grows after it was unpacked: two bytes to an escape of six.
    require(size <= 3 * static_cast<std::size_t>(Expansion::FreeBytes) + 3 * file.size(),
            "what is unpacked is bounded");
    require(documents.bytesRead() >= 0
                && (reading == Reading::AsAPipe || documents.bytesRead() <= static_cast<qint64>(file.size())),
            "no more is read than there is");
    return unpacked;
}

/// Whether pieces have made no difference. Of damaged data a part is given that depends on them.
bool isSame(const Text &whole, const Text &pieces)
{
    if (whole.error.isEmpty() || pieces.error.isEmpty())
        return whole == pieces;
    const std::size_t common = std::min(whole.beginning.size(), pieces.beginning.size());
    const bool isLayerKnown = common >= FormatBytes;
    return whole.member == pieces.member
        && (!isLayerKnown || whole.beginning.substr(0, common) == pieces.beginning.substr(0, common));
}

void checkPieces(const Unpacked &whole, const Unpacked &pieces)
{
    require(whole.error == pieces.error && whole.isArchive == pieces.isArchive
                && std::ranges::equal(whole.texts, pieces.texts, isSame),
            "pieces make no difference");
}

void checkPlain(std::string_view file, const Unpacked &unpacked)
{
    const std::string_view beginning = file.substr(0, FormatBytes);
    if (inputFormat(beginning) != InputFormat::Plain || unreadFormat(beginning))
        return;
    require(unpacked.texts.size() == 1 && unpacked.texts.front().beginning == file
                && unpacked.texts.front().error.isEmpty(),
            "text comes out as it is");
}

void checkCancel(std::string_view file)
{
    CancelSource cancel;
    const CancelToken token = cancel.token();
    InputDocuments documents(std::make_unique<MemoryFile>(file, Reading::AtOnce));
    auto document = documents.next(token);
    if (!document || !*document || !(*document)->text
        || inputFormat(file.substr(0, FormatBytes)) == InputFormat::Plain)
        return;
    cancel.cancel();
    std::vector<char> buffer(64 * 1024);
    std::size_t reads = 0;
    Result<qint64> count = qint64{1};
    while (count && *count > 0) {
        count = (**(*document)->text).read(buffer, token);
        require(++reads <= 8, "a cancel ends an unpacking");
    }
}

void reached(const Unpacked &unpacked)
{
    if (!unpacked.error.isEmpty())
        Fuzz::reached("refused");
    else if (std::ranges::any_of(unpacked.texts, [](const Text &text) { return !text.error.isEmpty(); }))
        Fuzz::reached(unpacked.isArchive ? "bad members" : "a bad text");
    else
        Fuzz::reached(unpacked.isArchive ? "an archive" : "a text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view file = Fuzz::inputOf(data, size);
    const Unpacked unpacked = unpack(file, Reading::AtOnce);
    reached(unpacked);
    checkPieces(unpacked, unpack(file, Reading::InPieces));
    const Unpacked piped = unpack(file, Reading::AsAPipe);
    if (inputFormat(file.substr(0, FormatBytes)) == InputFormat::Zip)
        require(piped.isUnsupported && piped.texts.empty(), "an archive in a pipe is refused");
    else
        require(piped == unpacked, "a pipe gives what a file gives");
    checkPlain(file, unpacked);
    checkCancel(file);
    return 0;
}
