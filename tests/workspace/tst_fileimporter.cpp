// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/fileimporter.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

/// The import of files for the window.
class FileImporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarnings();
        m_workspace = std::make_unique<Workspace>();
        m_workspace->addAsana(u"work"_s);
        m_importer = std::make_unique<FileImporter>(m_workspace->folder(), m_clock);
    }

    void importsFiles()
    {
        QSignalSpy finished(m_importer.get(), &FileImporter::finished);
        m_importer->start(u"work"_s, {write(u"a"_s, 0, 2), write(u"b"_s, 2, 3)});
        QVERIFY(m_importer->isRunning());
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!m_importer->isRunning());
        const auto import = finished.first().first().value<FileImport>();
        QCOMPARE(import.report.status, SyncReport::Status::Ok);
        QCOMPARE(import.report.counts.added, 5);
    }

    void saysWhyNothingWasImported()
    {
        QSignalSpy failed(m_importer.get(), &FileImporter::failed);
        m_importer->start(u"wrok"_s, {write(u"a"_s, 0, 1)});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Usage);
        QVERIFY(!m_importer->isRunning());
    }

    void aCancelKeepsWhatIsStored()
    {
        QSignalSpy finished(m_importer.get(), &FileImporter::finished);
        connect(m_importer.get(), &FileImporter::progress, m_importer.get(), &FileImporter::cancel);
        const int events = 200'000;
        m_importer->start(u"work"_s, {write(u"a"_s, 0, events)});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        const auto import = finished.first().first().value<FileImport>();
        QCOMPARE(import.report.status, SyncReport::Status::Cancelled);
        QVERIFY(import.report.counts.added > 0 && import.report.counts.added < events);
        QCOMPARE(import.indexWarning, QString());
        const auto stored = (*EventReader::open(m_workspace->folder()))->sourceState({1});
        QCOMPARE(stored->events, import.report.counts.added);

        // And it can begin again.
        disconnect(m_importer.get(), &FileImporter::progress, nullptr, nullptr);
        m_importer->start(u"work"_s, {write(u"b"_s, events, 1)});
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(finished.last().first().value<FileImport>().report.counts.added, 1);
    }

    void endsWithItsOwner()
    {
        m_importer->start(u"work"_s, {write(u"a"_s, 0, 200'000)});
        m_importer.reset();
        m_importer = std::make_unique<FileImporter>(m_workspace->folder(), m_clock);
        QSignalSpy finished(m_importer.get(), &FileImporter::finished);
        m_importer->start(u"work"_s, {write(u"b"_s, 200'000, 1)}); // the lock is free
        QTRY_COMPARE(finished.size(), 1);
    }

private:
    /// Events one a line.
    [[nodiscard]] QString write(const QString &name, int first, int count) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        for (int i = first; i < first + count; ++i) {
            file.write(R"({"gid":")" + QByteArray::number(i)
                       + R"(","created_at":"2026-11-20T10:00:00Z","event_type":"x"})" + '\n');
        }
        return file.fileName();
    }

    QTemporaryDir m_folder;
    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<FileImporter> m_importer;
};

TRAILGLASS_TEST(FileImporterTest)
#include "tst_fileimporter.moc"
