// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/memberreader.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/evidence/bundlemembers.h"
#include "models/inputs/zipmember.h"

#include <utility>

namespace Trailglass {

namespace {

constexpr std::size_t ReadBytes = 256 * 1024;

std::size_t maxLineOf(QByteArrayView member)
{
    const auto *const rule = BundleMembers::ruleOf(member);
    return rule ? static_cast<std::size_t>(rule->maxLine) : 0;
}

} // namespace

MemberReader::MemberReader(const ZipEntry &entry, std::unique_ptr<ByteInput> file, CancelToken cancel)
    : m_name(entry.name)
    , m_maxLine(maxLineOf(entry.rawName))
    , m_file(std::move(file))
    , m_expansion(m_file)
    , m_cancel(std::move(cancel))
    , m_piece(ReadBytes)
{
}

Result<std::unique_ptr<MemberReader>> MemberReader::open(const QString &path, const ZipEntry &entry,
                                                         const CancelToken &cancel)
{
    TRY(auto file, openByteInput(path));
    std::unique_ptr<MemberReader> reader(new MemberReader(entry, std::move(file), cancel));
    auto content = openZipMember(reader->m_file, entry, reader->m_expansion, cancel);
    if (!content)
        return reader->named(content.error());
    reader->m_content = *std::move(content);
    return reader;
}

Error MemberReader::named(Error error) const
{
    if (isFaultOfBundle(error)) {
        error.message =
            inSequence(Trailglass::tr("%1 cannot be read.").arg(visibleText(m_name)), error.message);
    }
    return error;
}

Result<bool> MemberReader::readMore()
{
    const auto count = m_content->read(m_piece, m_cancel);
    if (!count)
        return named(count.error());
    const std::string_view read(m_piece.data(), static_cast<std::size_t>(*count));
    m_sha.add(read);
    m_buffer += read;
    return *count > 0;
}

Result<std::optional<std::string_view>> MemberReader::line()
{
    std::size_t searched = m_given;
    for (;;) {
        const std::size_t feed = m_buffer.find('\n', searched);
        const bool isWhole = feed != std::string::npos;
        const std::size_t end = isWhole ? feed + 1 : m_buffer.size();
        if (end - m_given > m_maxLine) {
            return named(Error{.kind = ErrorKind::TooLarge,
                               .message = Trailglass::tr("A line is longer than any line of a bundle.")});
        }
        if (isWhole) {
            const std::string_view found = std::string_view(m_buffer).substr(m_given, end - m_given);
            m_given = end;
            return std::optional(found);
        }
        m_buffer.erase(0, m_given);
        m_given = 0;
        searched = m_buffer.size();
        TRY(const bool isMore, readMore());
        if (isMore)
            continue;
        m_given = m_buffer.size();
        return m_buffer.empty() ? std::optional<std::string_view>()
                                : std::optional<std::string_view>(m_buffer);
    }
}

Result<QByteArray> MemberReader::all(qint64 limit)
{
    for (;;) {
        TRY(const bool isMore, readMore());
        if (!isMore)
            break;
        if (m_buffer.size() > static_cast<std::size_t>(limit)) {
            return named(Error{.kind = ErrorKind::TooLarge,
                               .message = Trailglass::tr("It is larger than that of any bundle.")});
        }
    }
    const QByteArray bytes = QByteArray::fromStdString(m_buffer.substr(m_given));
    m_given = m_buffer.size();
    return bytes;
}

Result<Digest> MemberReader::finish()
{
    for (;;) {
        m_buffer.clear();
        m_given = 0;
        TRY(const bool isMore, readMore());
        if (!isMore)
            return m_sha.finish();
    }
}

bool isFaultOfBundle(const Error &error)
{
    return error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge
        || error.kind == ErrorKind::Unsupported;
}

} // namespace Trailglass
