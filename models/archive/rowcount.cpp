// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/rowcount.h"

#include "models/archive/archivesession.h"
#include "models/archive/pagesql.h"
#include "models/archive/rowbinary.h"

namespace Trailglass {

Result<void> requireAllRows(ArchiveSession &session, const ArchiveSql &from, std::size_t found,
                            const CancelToken &cancel)
{
    TRY(const QByteArray rows, session.ask(countSql(from), cancel));
    RowBinaryReader reader(rows);
    const qint64 count = reader.readInt64();
    TRY(reader.check());
    if (count <= static_cast<qint64>(found))
        return {};
    return incompleteResponse(QStringLiteral("%1 of %2 rows").arg(found).arg(count));
}

} // namespace Trailglass
