// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/fileimporter.h"

#include "models/workspace/throttledcalls.h"

namespace Trailglass {

using namespace Qt::StringLiterals;

FileImporter::FileImporter(QString workspace, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_clock(clock)
    , m_thread(u"import"_s)
{
}

FileImporter::~FileImporter()
{
    m_cancel.cancel();
}

void FileImporter::start(const QString &source, const QStringList &files)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    const auto report = [this](const ImportProgress &done) {
        m_thread.postToOwner([this, done] { Q_EMIT progress(done); });
    };
    m_thread.post([this, source, files, report, cancel = m_cancel.token()] {
        const auto outcome = importFiles(m_workspace, source, files, m_clock, cancel,
                                         throttledCalls<const ImportProgress &>(report));
        m_thread.postToOwner([this, outcome] { end(outcome); });
    });
}

void FileImporter::cancel()
{
    m_cancel.cancel();
}

void FileImporter::end(const Result<FileImport> &outcome)
{
    m_isRunning = false;
    if (outcome)
        Q_EMIT finished(*outcome);
    else
        Q_EMIT failed(outcome.error());
}

} // namespace Trailglass

#include "moc_fileimporter.cpp"
