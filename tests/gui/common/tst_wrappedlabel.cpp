// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/elidedlabel.h"
#include "views/common/emptystate.h"
#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/common/wrappedlabel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QToolTip>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// Texts from strangers in labels and tool tips.
class WrappedLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaksWithinAWordAndEndsAfterSomeLines()
    {
        WrappedLabel label(3);
        const int line = label.fontMetrics().lineSpacing();
        PlainText::show(&label, u"short"_s);
        QCOMPARE(label.heightForWidth(200), line);
        const QSize least = label.minimumSizeHint();
        PlainText::show(&label, QString(10'000, u'x'));
        QCOMPARE(label.heightForWidth(200), 3 * line);
        QCOMPARE(label.heightForWidth(50), 3 * line);
        QCOMPARE(label.minimumSizeHint(), least);
        QVERIFY(label.sizeHint().width() < 1'000);
        label.resize(200, 3 * line);
        label.show();
        QVERIFY(!label.grab().isNull());
    }

    void theWholeTextIsTheToolTipWhereLinesAreLeftOut()
    {
        WrappedLabel label(1);
        label.resize(200, 30);
        label.show();
        QVERIFY(QTest::qWaitForWindowExposed(&label));
        const auto toolTip = [&label] {
            QHelpEvent event(QEvent::ToolTip, {5, 5}, label.mapToGlobal(QPoint(5, 5)));
            QCoreApplication::sendEvent(&label, &event);
            return QToolTip::text();
        };
        PlainText::show(&label, u"short"_s);
        QCOMPARE(toolTip(), QString());
        const QString text = u"a long <b>sentence</b> of a server that has no room in one line at all"_s;
        PlainText::show(&label, text);
        QVERIFY2(toolTip().contains(text.toHtmlEscaped()), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void aLineOfDataIsCutAndWholeInToolTipAndCopy()
    {
        ElidedLabel label;
        label.resize(100, 30);
        label.show(u"short"_s);
        QCOMPARE(label.toolTip(), QString());
        const QString text = u"a<b>\n"_s + QString(100'000, u'x');
        label.show(text);
        QVERIFY(label.text().startsWith(u"a<b><LF>x"_s) && label.text().size() < 2'000);
        QCOMPARE(label.minimumSizeHint().width(), 0);
        QVERIFY2(label.toolTip().contains(u"a&lt;b&gt;&lt;LF&gt;x"_s), qPrintable(label.toolTip().left(200)));
        label.findChild<QAction *>(u"copyLabel"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), text);
        label.show(u"short again"_s);
        label.resize(400, 30);
        QVERIFY(!label.grab().isNull());
        QCOMPARE(label.toolTip(), QString());
    }

    void aTextOfOursMayHaveSeveralLines()
    {
        WrappedLabel label(5);
        label.setText(u"one\ntwo"_s);
        QCOMPARE(label.heightForWidth(400), 2 * label.fontMetrics().lineSpacing());
    }

    void aCaptionOfDataIsNoWiderThanItMay()
    {
        const QFontMetrics metrics(QGuiApplication::font());
        QCOMPARE(PlainText::caption(u"a&b\t"_s, metrics, 400), u"a&&b<TAB>"_s);
        const QString cut = PlainText::caption(QString(100'000, u'x'), metrics, 100);
        QVERIFY(cut.endsWith(u'…'));
        QVERIFY(metrics.horizontalAdvance(cut) <= 100);
    }

    void laysItsTextOutOnceForAWidth()
    {
        WrappedLabel label(3);
        PlainText::show(&label, u"some words "_s.repeated(200));
        for (int time = 0; time < 5; ++time) {
            (void)label.heightForWidth(200);
            (void)label.heightForWidth(300); // as a layout tries it
        }
        label.resize(200, label.heightForWidth(200));
        QVERIFY(!label.grab().isNull());
        QCOMPARE(label.layouts(), 2);
        PlainText::show(&label, u"other words"_s);
        QCOMPARE(label.heightForWidth(200), label.fontMetrics().lineSpacing());
        QCOMPARE(label.layouts(), 3);
    }

    void neitherAMessageNorAnEmptyStateGrowsWithItsText()
    {
        MessageStrip strip;
        strip.show(MessageStrip::Kind::Error, u"short"_s, u"Try again"_s);
        const int least = strip.minimumSizeHint().width();
        strip.show(MessageStrip::Kind::Error, QString(100'000, u'x'), u"Try again"_s);
        QCOMPARE(strip.minimumSizeHint().width(), least);
        QVERIFY(strip.sizeHint().height() < 200);
        EmptyState state;
        state.show(Glyph::Warning, QString(1'000, u'W'), QString(100'000, u'x'));
        QVERIFY2(state.minimumSizeHint().width() < 400,
                 qPrintable(QString::number(state.minimumSizeHint().width())));
        QVERIFY(state.sizeHint().height() < 500);
    }

    void aToolTipHasLinesOfItsOwnAndShowsThoseOfData()
    {
        const QString tip = PlainText::toolTip({u"first"_s, u"a\nb <i>"_s});
        QCOMPARE(tip, u"<p style='white-space:pre'>first\na&lt;LF&gt;b &lt;i&gt;</p>"_s);
        QCOMPARE(PlainText::toolTip(QString()), QString());
        QCOMPARE(PlainText::toolTip(QStringList()), QString());
    }
};

TRAILGLASS_GUI_TEST(WrappedLabelTest)
#include "tst_wrappedlabel.moc"
