// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/emptystate.h"
#include "views/common/messagestrip.h"
#include "views/sources/quarantinedialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

QuarantineRow rowOf(qint64 id)
{
    return {.id = id,
            .source = u"work"_s,
            .typeName = u"asana"_s,
            .received = *parseTime("2026-11-20T12:00:00Z"),
            .place = u"page 3"_s,
            .reason = u"The event has no time."_s,
            .length = 5};
}

QuarantineContent contentOf(const QuarantineRow &row, std::string bytes)
{
    return {.row = row,
            .bytes = std::make_shared<const std::string>(std::move(bytes)),
            .stored = {},
            .changes = {}};
}

QuarantineContent conflictOf(const QuarantineRow &row, std::string stored, std::string bytes)
{
    QuarantineContent content = contentOf(row, std::move(bytes));
    content.row.kind = QuarantineRow::Kind::Conflict;
    content.row.eventId = u"a1"_s;
    content.stored = std::make_shared<const std::string>(std::move(stored));
    content.changes = std::make_shared<const EventChanges>(compareEvents(content.stored, content.bytes));
    return content;
}

} // namespace

class QuarantineDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dialog =
            new QuarantineDialog({u"chat"_s, u"<b>work\u202E"_s}, u"chat"_s, QTimeZone::utc(), nullptr);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_table = m_dialog->findChild<QTableView *>(u"quarantineTable"_s);
    }
    void cleanup() { delete m_dialog; }

    void requestsTheListOfTheChosenSource()
    {
        QSignalSpy listRequested(m_dialog, &QuarantineDialog::listRequested);
        m_dialog->show();
        QCOMPARE(listRequested.size(), 1);
        QCOMPARE(listRequested.last().first().toString(), u"chat"_s);
        auto *sources = m_dialog->findChild<QComboBox *>(u"quarantineSource"_s);
        QCOMPARE(sources->itemText(2), u"<b>work<U+202E>"_s);
        sources->setCurrentIndex(2);
        QCOMPARE(listRequested.last().first().toString(), u"<b>work\u202E"_s);
        sources->setCurrentIndex(0);
        QCOMPARE(listRequested.size(), 3);
        QCOMPARE(listRequested.last().first().toString(), QString());
    }

    void saysWhyTheListIsEmpty()
    {
        m_dialog->show();
        QCOMPARE(state()->title(), u"Reading the quarantined rows…"_s);
        m_dialog->showRows({}, true);
        QCOMPARE(state()->title(), u"Nothing is quarantined"_s);
        QVERIFY(!button(u"quarantineRetry"_s)->isEnabled() && !button(u"quarantineExport"_s)->isEnabled());
        m_dialog->reload();
        m_dialog->showListFailure(u"The database is damaged."_s);
        QCOMPARE(state()->title(), u"The quarantined rows cannot be read"_s);
    }

    void showsTheFirstRowAtOnce()
    {
        QSignalSpy contentRequested(m_dialog, &QuarantineDialog::contentRequested);
        m_dialog->show();
        m_dialog->showRows({rowOf(9), rowOf(8)}, true);
        QCOMPARE(contentRequested.size(), 1);
        QCOMPARE(contentRequested.last().first().toLongLong(), 9);
        m_dialog->showContent(contentOf(rowOf(8), "late"));
        QCOMPARE(text(u"quarantineBytes"_s), QString()); // of another row
        m_dialog->showContent(contentOf(rowOf(9), "{\"a\":\x1B}"));
        QTRY_COMPARE(text(u"quarantineBytes"_s), u"{\"a\":<U+001B>}"_s);
        QCOMPARE(m_dialog->findChild<QLabel *>(u"quarantineFacts"_s)->text(),
                 u"The event has no time. Received 2026-11-20 12:00:00 UTC, from: page 3."_s);
        QVERIFY(!tabs()->isTabVisible(1) && !tabs()->isTabVisible(2));
        QTest::keyClick(m_table, Qt::Key_Down);
        QCOMPARE(contentRequested.last().first().toLongLong(), 8);
        QCOMPARE(text(u"quarantineBytes"_s), QString());
        m_dialog->showContent(contentOf(rowOf(8), "\xFF\x01"));
        QTRY_VERIFY(text(u"quarantineBytes"_s).contains(u"ff 01"_s));
    }

    void saysThatABeginningIsKept()
    {
        QuarantineRow row = rowOf(1);
        row.length = 70'000;
        row.isWhole = false;
        m_dialog->show();
        m_dialog->showRows({row}, true);
        m_dialog->showContent(contentOf(row, "{"));
        const QString facts = m_dialog->findChild<QLabel *>(u"quarantineFacts"_s)->text();
        QVERIFY2(facts.contains(QLocale().toString(70'000)) && facts.contains(u"cannot be read again"_s),
                 qPrintable(facts));
    }

    void showsBothVersionsOfAConflict()
    {
        m_dialog->show();
        m_dialog->showRows({rowOf(1), rowOf(2)}, true);
        m_dialog->showContent(conflictOf(rowOf(1), R"({"name":"Ann"})", R"({"name":"Eve"})"));
        QTRY_COMPARE(text(u"quarantineBytes"_s), uR"({"name":"Eve"})"_s);
        QTRY_COMPARE(text(u"quarantineStored"_s), uR"({"name":"Ann"})"_s);
        QVERIFY(tabs()->isTabVisible(1) && tabs()->isTabVisible(2));
        QCOMPARE(tabs()->tabText(0), u"Other version"_s);
        m_table->selectRow(1);
        m_dialog->showContent(conflictOf(rowOf(2), R"({"name":"Ann"})", R"({ "name":"Ann"})"));
        QVERIFY(tabs()->isTabVisible(1) && !tabs()->isTabVisible(2));
        QVERIFY(m_dialog->findChild<QLabel *>(u"quarantineFacts"_s)
                    ->text()
                    .contains(u"only their bytes differ"_s));
    }

    void requestsMoreRowsAtTheEnd()
    {
        QSignalSpy more(m_dialog, &QuarantineDialog::moreRequested);
        std::vector<QuarantineRow> rows;
        for (qint64 id = 500; id > 0; --id)
            rows.push_back(rowOf(id));
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
        m_dialog->showRows(rows, false);
        m_table->scrollToBottom();
        QTRY_COMPARE(more.size(), 1);
        m_dialog->showRows({rowOf(0)}, true);
        QCOMPARE(m_table->model()->rowCount(), 501);
    }

    void oneThingAtATimeAndClosingCancels()
    {
        QSignalSpy retryRequested(m_dialog, &QuarantineDialog::retryRequested);
        QSignalSpy cancelRequested(m_dialog, &QuarantineDialog::cancelRequested);
        m_dialog->show();
        m_dialog->showRows({rowOf(1)}, true);
        button(u"quarantineRetry"_s)->click();
        QCOMPARE(retryRequested.last().first().toString(), u"chat"_s);
        QVERIFY(!button(u"quarantineRetry"_s)->isEnabled() && !button(u"quarantineExport"_s)->isEnabled());
        QVERIFY(!m_dialog->findChild<QComboBox *>(u"quarantineSource"_s)->isEnabled());
        QVERIFY(m_dialog->findChild<QProgressBar *>(u"quarantineProgress"_s)->isVisible());
        m_dialog->showProgress(100);
        QVERIFY(m_dialog->strip().text().contains(u"100"_s));
        button(u"quarantineStop"_s)->click();
        QCOMPARE(cancelRequested.size(), 1);
        m_dialog->endWork();
        QVERIFY(button(u"quarantineRetry"_s)->isEnabled());
        button(u"quarantineRetry"_s)->click();
        m_dialog->close();
        QCOMPARE(cancelRequested.size(), 2);
    }

    void exportsToTheChosenFile()
    {
        QSignalSpy exportRequested(m_dialog, &QuarantineDialog::exportRequested);
        m_dialog->show();
        m_dialog->showRows({rowOf(1)}, true);
        button(u"quarantineExport"_s)->click();
        auto *files = m_dialog->findChild<QFileDialog *>(u"quarantineFileDialog"_s);
        QVERIFY(files);
        QVERIFY(exportRequested.isEmpty());
        Q_EMIT files->fileSelected(u"/tmp/rows.ndjson"_s);
        QCOMPARE(exportRequested.last(), (QVariantList{u"chat"_s, u"/tmp/rows.ndjson"_s}));
        files->close();
    }

    void noTextOfAServerMakesItWide()
    {
        m_dialog->show();
        const int least = m_dialog->minimumSizeHint().width();
        QuarantineRow row = rowOf(1);
        row.source = row.place = row.reason = QString(5'000, u'x');
        m_dialog->showRows({row}, true);
        m_dialog->showContent(contentOf(row, std::string(60'000, 'x')));
        m_dialog->strip().show(MessageStrip::Kind::Error, QString(5'000, u'x'));
        QCOMPARE(m_dialog->minimumSizeHint().width(), least);
    }

private:
    [[nodiscard]] QPushButton *button(const QString &name)
    {
        return m_dialog->findChild<QPushButton *>(name);
    }
    [[nodiscard]] EmptyState *state() { return m_dialog->findChild<EmptyState *>(u"quarantineState"_s); }
    [[nodiscard]] QTabWidget *tabs() { return m_dialog->findChild<QTabWidget *>(u"quarantineTabs"_s); }
    [[nodiscard]] QString text(const QString &name)
    {
        return m_dialog->findChild<QPlainTextEdit *>(name)->toPlainText();
    }

    QuarantineDialog *m_dialog = nullptr;
    QTableView *m_table = nullptr;
};

TRAILGLASS_GUI_TEST(QuarantineDialogTest)
#include "tst_quarantinedialog.moc"
