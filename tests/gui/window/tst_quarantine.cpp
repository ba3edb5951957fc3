// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/store/eventwriter.h"
#include "models/workspace/fileimport.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/common/emptystate.h"
#include "views/common/messagestrip.h"
#include "views/sources/quarantinedialog.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

QByteArray eventJson(const QByteArray &id, const QByteArray &type)
{
    return "{\"gid\":\"" + id + "\",\"created_at\":\"2026-05-20T10:00:00Z\",\"event_type\":\"" + type
        + "\"}\n";
}

} // namespace

/// What was received and is not stored as events, in the real window.
class QuarantineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(60);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
    }
    void cleanup() { m_stage.reset(); }

    void saysThatThereIsNothing()
    {
        m_stage->find<QAction>(u"showQuarantine"_s)->trigger();
        const auto *state = m_stage->find<EmptyState>(u"quarantineState"_s);
        QTRY_COMPARE(state->title(), u"Nothing is quarantined"_s);
    }

    void isReachedFromItsSource()
    {
        fill();
        m_stage->showSources();
        const auto *details = m_stage->find<QPlainTextEdit>(u"sourceDetails"_s);
        QTRY_VERIFY(details->toPlainText().contains(u"quarantined"_s));
        m_stage->find<QAbstractButton>(u"sourceQuarantineButton"_s)->click();
        QCOMPARE(m_stage->find<QComboBox>(u"quarantineSource"_s)->currentText(), u"work"_s);
        const auto *table = m_stage->find<QTableView>(u"quarantineTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        // The newest is the one that could not be read, with its bytes.
        QTRY_VERIFY(m_stage->find<QPlainTextEdit>(u"quarantineBytes"_s)->toPlainText().contains(u"broken"_s));
        m_stage->find<QTableView>(u"quarantineTable"_s)->selectRow(1);
        QTRY_VERIFY(m_stage->find<QPlainTextEdit>(u"quarantineStored"_s)->toPlainText().contains(u"first"_s));
        QVERIFY(m_stage->find<QPlainTextEdit>(u"quarantineBytes"_s)->toPlainText().contains(u"second"_s));
    }

    void exportsAndReadsAgain()
    {
        fill();
        const QByteArray readable = eventJson("2", "readable now").trimmed();
        {
            // An earlier version could not read it.
            const auto writer = EventWriter::open(m_stage->workspace());
            PageCommit page;
            page.source = SourceId{1};
            page.received = SystemClock().now();
            page.unreadable.push_back(
                {.bytes = readable, .length = readable.size(), .offset = 0, .reason = u"too new"_s});
            QVERIFY((*writer)->commit(page));
        }
        m_stage->find<QAction>(u"showQuarantine"_s)->trigger();
        auto *dialog = m_stage->find<QuarantineDialog>(u"quarantineDialog"_s);
        const auto *table = m_stage->find<QTableView>(u"quarantineTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);

        m_stage->find<QAbstractButton>(u"quarantineExport"_s)->click();
        auto *files = m_stage->find<QFileDialog>(u"quarantineFileDialog"_s);
        QFile file(m_stage->path(u"rows.ndjson"_s));
        Q_EMIT files->fileSelected(file.fileName());
        files->close();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->strip().text().contains(u"Rows written: 3"_s),
                                 WindowStage::Patience);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 3);

        m_stage->find<QAbstractButton>(u"quarantineRetry"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(dialog->strip().text().contains(u"1 event"_s), WindowStage::Patience);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        dialog->close();
        QVERIFY(m_stage->shows(u"3 of 3 event(s)"_s));
    }

private:
    /// Two events, another version of one, and a row that cannot be read.
    void fill()
    {
        QFile file(m_stage->path(u"in.ndjson"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(eventJson("3", "x") + eventJson("1", "first") + eventJson("1", "second") + "{\"broken\n");
        file.close();
        const auto imported =
            importFiles(m_stage->workspace(), u"work"_s, {file.fileName()}, SystemClock(), {}, {});
        QVERIFY(imported);
        QCOMPARE(imported->report.counts.conflict, 1);
        QVERIFY(m_stage->shows(u"2 of 2 event(s)"_s));
    }

    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(QuarantineTest)
#include "tst_quarantine.moc"
