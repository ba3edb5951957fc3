// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/memberfile.h"

#include "models/core/disksync.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/outputfile.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

MemberFile::MemberFile(const QString &pattern)
    : m_file(pattern)
{
}

Result<std::unique_ptr<MemberFile>> MemberFile::create(const QString &folder)
{
    std::unique_ptr<MemberFile> member(new MemberFile(folder + "/.trailglass-bundle-XXXXXX"_L1));
    if (!member->m_file.open()) {
        return Error{
            .kind = ErrorKind::Storage,
            .message = Trailglass::tr("No file can be made in %1: %2. Choose another folder for the bundle.")
                           .arg(visibleText(folder), member->m_file.errorString()),
            .detail = member->m_file.errorString()};
    }
    return member;
}

Result<void> MemberFile::write(std::string_view bytes, const CancelToken &cancel)
{
    TRY(writeAll(m_file, bytes, cancel));
    m_sha.add(bytes);
    m_size += static_cast<qint64>(bytes.size());
    return {};
}

Result<void> MemberFile::end(const CancelToken &cancel)
{
    if (!flushWhole(m_file))
        return writeError(m_file, cancel);
    m_digest = m_sha.finish();
    return {};
}

} // namespace Trailglass
