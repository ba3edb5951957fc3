// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/filters/completionpopup.h"

#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// What the query bar offers in the real window, over the demo's events.
class CompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<WindowStage>(10);
        open();
    }
    void cleanup() { m_stage.reset(); }

    void valuesComeFromTheEventsMostFrequentFirst()
    {
        type(u"actor:"_s);
        QTRY_VERIFY_WITH_TIMEOUT(texts().size() > 3, WindowStage::Patience);
        QVERIFY(m_stage->window().rect().contains(popup()->geometry()));
        QList<qint64> counts;
        for (const QString &count : texts(1))
            counts << QLocale().toLongLong(count);
        QVERIFY(counts.constLast() > 0);
        QVERIFY(std::ranges::is_sorted(counts, std::greater()));
    }

    void whatIsTakenFiltersTheTable()
    {
        type(u"act"_s);
        press(Qt::Key_Tab);
        QCOMPARE(m_edit->text(), u"action:"_s);
        QTRY_VERIFY_WITH_TIMEOUT(texts().size() > 1, WindowStage::Patience);
        press(Qt::Key_Down);
        const QString count = texts(1).constFirst();
        const QString value = texts().constFirst();
        press(Qt::Key_Return);
        QVERIFY(!popup()->isVisible());
        QVERIFY2(m_edit->text().contains(value), qPrintable(m_edit->text()));
        QVERIFY(m_stage->shows(u"%1 of %2 event(s)"_s.arg(count, QLocale().toString(6370))));
    }

    void countsAreOfTheRestOfTheFilter()
    {
        type(u"op:grant outcome:"_s);
        const auto isCounted = [this] {
            const QStringList counts = texts(1);
            return counts.size() > 1 && !counts.constFirst().isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isCounted(), WindowStage::Patience);
        const QString count = texts(1).constFirst();
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QVERIFY(m_edit->text().startsWith(u"op:grant outcome:"_s));
        QVERIFY(m_stage->shows(u"%1 of %2 event(s)"_s.arg(count, QLocale().toString(6370))));
    }

    void targetsCompleteByTheirNames()
    {
        type(u"target:"_s);
        QTRY_VERIFY_WITH_TIMEOUT(texts().size() > 1, WindowStage::Patience);
        press(Qt::Key_Tab);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->find<QTableView>(u"eventTable"_s)->model()->rowCount() > 0,
                                 WindowStage::Patience);
    }

    void longTextsAreNotCounted()
    {
        type(u"-message:"_s);
        type(u"x op:"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!texts(1).isEmpty() && !texts(1).constFirst().isEmpty(),
                                 WindowStage::Patience);
    }

    void pathsAndTheirValuesComeFromASample()
    {
        type(u"@"_s);
        QTRY_VERIFY_WITH_TIMEOUT(texts().size() > 5, WindowStage::Patience);
        QVERIFY(caption().contains(u"sample"_s)); // there are thousands of events
        press(Qt::Key_Tab);
        QVERIFY(m_edit->text().startsWith(u'@') && m_edit->text().endsWith(u':'));
        QTRY_VERIFY_WITH_TIMEOUT(!texts().isEmpty(), WindowStage::Patience);
        QVERIFY(caption().contains(u"sample"_s));
        press(Qt::Key_Tab);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->find<QTableView>(u"eventTable"_s)->model()->rowCount() > 0,
                                 WindowStage::Patience);
        QVERIFY(!m_edit->text().endsWith(u':'));
    }

    void presetsAreOffered()
    {
        type(u"preset:"_s);
        QTRY_VERIFY_WITH_TIMEOUT(texts().size() > 5, WindowStage::Patience);
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QVERIFY(m_edit->text().size() > QStringLiteral("preset:").size());
        QVERIFY(m_stage->shows(m_stage->shownCount()));
    }

    void escapeGoesToTheEventsOnceTheListIsClosed()
    {
        type(u"act"_s);
        QVERIFY(popup()->isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!popup()->isVisible() && m_edit->hasFocus());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!m_edit->hasFocus());
    }

private:
    void open()
    {
        m_stage->openFilled();
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
        m_stage->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        m_edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        m_edit->setFocus();
        QTRY_VERIFY(m_edit->hasFocus());
    }
    [[nodiscard]] CompletionPopup *popup() { return m_stage->find<CompletionPopup>(u"completions"_s); }
    /// What the list shows; empty while it is hidden.
    [[nodiscard]] QStringList texts(int column = 0)
    {
        QStringList shown;
        const auto *list = m_stage->window().findChild<CompletionPopup *>(u"completions"_s);
        for (int row = 0; list && list->isVisible() && row < list->model()->rowCount(); ++row)
            shown << list->model()->index(row, column).data().toString();
        return shown;
    }
    [[nodiscard]] QString caption()
    {
        const CompletionPopup *list = popup();
        return list->isHeaderHidden() ? QString() : list->model()->headerData(0, Qt::Horizontal).toString();
    }
    void type(const QString &text) { QTest::keyClicks(m_edit, text); }
    void press(Qt::Key key) { QTest::keyClick(m_edit, key); }

    std::unique_ptr<WindowStage> m_stage;
    QLineEdit *m_edit = nullptr;
};

TRAILGLASS_GUI_TEST(CompletionTest)
#include "tst_completion.moc"
