// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/rollbackjournal.h"

#include "models/store/headerreader.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace Trailglass {

namespace {

using namespace Qt::StringLiterals;

/// What a journal begins with, and what it ends with when the name of a further journal stands before it.
/// \source sqlite.org/fileformat2.html section 3; sqlite.org/src, pager.c: readSuperJournal()
constexpr QByteArrayView JournalMagic("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

/// The least size of a journal's header: SQLite deletes a shorter journal and undoes nothing.
constexpr qsizetype JournalHeaderSize = 512;

/// Where the number of the database's pages before the transaction stands, in four bytes.
constexpr qsizetype PagesBeforeOffset = 16;

QString journalOf(const QString &database)
{
    return database + "-journal"_L1;
}

} // namespace

bool hasRollbackJournal(const QString &database)
{
    return QFileInfo(journalOf(database)).size() > 0;
}

bool undoesCreation(const QString &database)
{
    const std::optional<QByteArray> header = readHeader(journalOf(database), JournalHeaderSize);
    return header && header->size() == JournalHeaderSize && header->startsWith(JournalMagic)
        && qFromBigEndian<quint32>(header->constData() + PagesBeforeOffset) == 0;
}

bool namesFurtherJournal(const QString &database)
{
    QFile file(journalOf(database));
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)
        && file.seek(std::max<qint64>(0, file.size() - JournalMagic.size()))
        && file.read(JournalMagic.size()) == JournalMagic;
}

} // namespace Trailglass
