// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "views/common/icons.h"
#include "views/sources/sourcespane.h"

#include <QAction>
#include <QSplitter>
#include <QtTest>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// How the parts of the page of the sources share its room.
class SourcesPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pane = make();
        m_page = m_pane->findChild<QSplitter *>(u"sourcesSplitter"_s);
        m_lists = m_pane->findChild<QSplitter *>(u"sourceListsSplitter"_s);
    }
    void cleanup() { m_pane.reset(); }

    void theSharesThatWereSetAreThoseOfAPageOfAnySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("high: the details are below") << QSize(900, 1'400);
        QTest::newRow("higher") << QSize(900, 1'800);
        QTest::newRow("wide: the details are beside") << QSize(1'600, 1'000);
    }
    void theSharesThatWereSetAreThoseOfAPageOfAnySize()
    {
        QFETCH(const QSize, size);
        m_pane->setPartSizes({{500, 500}, {300, 300}}); // as at the start, before the page is shown
        m_pane->resize(size);
        show(*m_pane);
        QTRY_VERIFY2(isAbout(*m_page, 0.5), qPrintable(QString::number(share(*m_page))));
        QTRY_VERIFY2(isAbout(*m_lists, 0.5), qPrintable(QString::number(share(*m_lists))));
        QVERIFY(m_pane->partSizes() == SourcesPane::PartSizes({{500, 500}, {300, 300}}));
    }

    void sizesOutOfAllProportionHideNothing()
    {
        m_pane->setPartSizes({{1, 10'000}, {10'000, 1}});
        show(*m_pane);
        for (const QSplitter *splitter : {m_page, m_lists}) {
            for (int place = 0; place < splitter->count(); ++place) {
                const QWidget *part = splitter->widget(place);
                QTRY_VERIFY(part->height() >= part->minimumSizeHint().height());
                QVERIFY(part->isVisible());
            }
        }
    }

    void theSizesAreThoseThatTheUserMade()
    {
        show(*m_pane);
        QVERIFY(m_pane->partSizes() == SourcesPane::PartSizes());
        drag(*m_page, {0, -30});
        QCOMPARE(m_pane->partSizes().page, m_page->sizes());
        QVERIFY(m_pane->partSizes().lists.isEmpty()); // nobody has moved that handle
        drag(*m_lists, {0, 30});
        QCOMPARE(m_pane->partSizes().lists, m_lists->sizes());
    }

    void aResetPageIsAsANewOne()
    {
        const auto other = make();
        show(*other);
        m_pane->setPartSizes({{500, 500}, {500, 500}});
        show(*m_pane);
        QTRY_VERIFY(isAbout(*m_page, 0.5));

        m_pane->resetPartSizes();

        QVERIFY(m_pane->partSizes() == SourcesPane::PartSizes());
        const double page = share(*other->findChild<QSplitter *>(u"sourcesSplitter"_s));
        const double lists = share(*other->findChild<QSplitter *>(u"sourceListsSplitter"_s));
        QTRY_VERIFY2(isAbout(*m_page, page), qPrintable(QString::number(share(*m_page))));
        QTRY_VERIFY2(isAbout(*m_lists, lists), qPrintable(QString::number(share(*m_lists))));
    }

    void thereIsNoWarningWithoutAFault()
    {
        const auto *quarantine = m_pane->findChild<QAction *>(u"sourceQuarantine"_s);
        const QImage warning = Icons::icon(Glyph::Warning, m_pane->palette()).pixmap(20).toImage();
        const auto sign = [quarantine] {
            return quarantine->icon().pixmap(20).toImage();
        };
        QVERIFY(sign() != warning);
        SourceRow row;
        row.name = u"work"_s;
        row.hasQuarantined = true;
        m_pane->model().setRows({row});
        QCOMPARE(sign(), warning);
        row.hasQuarantined = false;
        m_pane->model().setRows({row});
        QVERIFY(sign() != warning);
    }

private:
    static std::unique_ptr<SourcesPane> make()
    {
        auto pane = std::make_unique<SourcesPane>();
        pane->resize(900, 1'400);
        SourceRow row;
        row.name = u"work"_s;
        pane->model().setRows({row});
        return pane;
    }
    static void show(SourcesPane &pane)
    {
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
    }
    /// Of the first part.
    static double share(const QSplitter &splitter)
    {
        const QList<int> sizes = splitter.sizes();
        const int all = sizes.at(0) + sizes.at(1);
        return all > 0 ? static_cast<double>(sizes.at(0)) / all : 0;
    }
    static bool isAbout(const QSplitter &splitter, double expected)
    {
        return std::abs(share(splitter) - expected) < 0.03;
    }
    static void drag(const QSplitter &splitter, const QPoint &way)
    {
        QSplitterHandle *handle = splitter.handle(1);
        const QPoint grip = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, grip);
        QTest::mouseMove(handle, grip + way);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, grip + way);
    }

    std::unique_ptr<SourcesPane> m_pane;
    QSplitter *m_page = nullptr;
    QSplitter *m_lists = nullptr;
};

TRAILGLASS_GUI_TEST(SourcesPaneTest)
#include "tst_sourcespane.moc"
