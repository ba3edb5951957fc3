// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/inputdocuments.h"

#include "models/core/translation.h"
#include "models/inputs/decodedinput.h"
#include "models/inputs/inflater.h"
#include "models/inputs/inputformat.h"
#include "models/inputs/utf16decoder.h"
#include "models/inputs/zipmember.h"
#include "models/inputs/zstddecoder.h"

#include <algorithm>
#include <limits>

namespace Trailglass {

namespace {

/// Packed text in UTF-16, packed once more.
constexpr int MaxLayers = 3;

Error unsupported(const QString &message)
{
    return {.kind = ErrorKind::Unsupported, .message = message};
}

Error zipInside()
{
    return unsupported(
        Trailglass::tr("A ZIP archive can only be read from a file of its own. Save it as a file or "
                       "unpack it, then import that."));
}

std::unique_ptr<StreamDecoder> decoderOf(InputFormat format)
{
    switch (format) {
    case InputFormat::Gzip:
        return std::make_unique<Inflater>();
    case InputFormat::Zstd:
        return std::make_unique<ZstdDecoder>();
    case InputFormat::Utf16LittleEndian:
        return std::make_unique<Utf16Decoder>(Utf16Decoder::ByteOrder::LittleEndian);
    case InputFormat::Utf16BigEndian:
        return std::make_unique<Utf16Decoder>(Utf16Decoder::ByteOrder::BigEndian);
    case InputFormat::Zip:
    case InputFormat::Plain:
        return {};
    }
    Q_UNREACHABLE();
    return {};
}

bool isPacked(InputFormat format)
{
    return format == InputFormat::Gzip || format == InputFormat::Zstd;
}

/// Takes off one layer after the other.
/// \param expansion  outlives the result
Result<std::unique_ptr<ByteInput>> decoded(std::unique_ptr<HeadInput> input, Expansion &expansion,
                                           const CancelToken &cancel)
{
    for (int layer = 0; layer <= MaxLayers; ++layer) {
        TRY(const std::string_view beginning, input->head(FormatBytes, cancel));
        if (const std::optional<QString> name = unreadFormat(beginning)) {
            return unsupported(
                Trailglass::tr(
                    "The data is in the format %1, which Trailglass does not read. Convert or unpack it, "
                    "then import it.")
                    .arg(*name));
        }
        const InputFormat format = inputFormat(beginning);
        if (format == InputFormat::Zip)
            return zipInside();
        std::unique_ptr<StreamDecoder> decoder = decoderOf(format);
        if (!decoder)
            return std::unique_ptr<ByteInput>(std::move(input));
        input = std::make_unique<HeadInput>(std::make_unique<DecodedInput>(
            std::move(input), std::move(decoder), isPacked(format) ? &expansion : nullptr));
    }
    return unsupported(
        Trailglass::tr("The data is packed more than %Ln times. Unpack it first.", nullptr, MaxLayers));
}

} // namespace

InputDocuments::InputDocuments(std::unique_ptr<ByteInput> file)
    : m_file(std::make_unique<HeadInput>(std::move(file)))
    , m_expansion(std::make_unique<Expansion>(*m_file))
{
}

qint64 InputDocuments::bytesRead() const
{
    // The directory of an archive is read besides.
    return std::min(m_file->bytesRead(), size().value_or(std::numeric_limits<qint64>::max()));
}

Result<std::optional<InputDocument>> InputDocuments::next(const CancelToken &cancel)
{
    if (m_isBegun)
        return nextMember(cancel);
    TRY(auto document, first(cancel));
    m_isBegun = true;
    return document;
}

Result<std::optional<InputDocument>> InputDocuments::first(const CancelToken &cancel)
{
    TRY(const std::string_view beginning, m_file->head(FormatBytes, cancel));
    if (inputFormat(beginning) != InputFormat::Zip) {
        ByteInput &file = *m_file; // that a HeadInput is made of, not copied
        return std::optional(InputDocument{
            .member = {}, .text = decoded(std::make_unique<HeadInput>(file), *m_expansion, cancel)});
    }
    const std::optional<qint64> size = m_file->size();
    if (!size)
        return zipInside();
    m_isArchive = true;
    TRY(m_entries, readZipDirectory(*m_file, *size, cancel));
    return nextMember(cancel);
}

std::optional<InputDocument> InputDocuments::nextMember(const CancelToken &cancel)
{
    while (m_next < m_entries.size()) {
        const ZipEntry &entry = m_entries[m_next++];
        if (entry.isHidden())
            ++m_skipped.hidden;
        else if (entry.isLink)
            ++m_skipped.links;
        else if (!entry.isFolder())
            return InputDocument{.member = entry.name, .text = decodedMember(entry, cancel)};
    }
    return {};
}

Result<std::unique_ptr<ByteInput>> InputDocuments::decodedMember(const ZipEntry &entry,
                                                                 const CancelToken &cancel)
{
    TRY(auto member, openZipMember(*m_file, entry, *m_expansion, cancel));
    return decoded(std::make_unique<HeadInput>(std::move(member)), *m_expansion, cancel);
}

} // namespace Trailglass
