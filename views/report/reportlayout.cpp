// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/report/reportlayout.h"

#include "models/core/translation.h"
#include "views/report/blocklayout.h"

#include <algorithm>

namespace Trailglass {
namespace {

using ReportPaper::ContentWidth;
using ReportPaper::Ink;
using ReportPaper::Letters;
using ReportPaper::Margin;

constexpr qreal HeaderTitleShare = 0.62; // of the width; the case has the rest
constexpr qreal HeaderCaseShare = 0.34;
constexpr qreal FooterOriginShare = 0.75;
constexpr qreal FooterPageShare = 0.22;
constexpr qsizetype MaxHeaderCharacters = 120; // a longer title must leave room for the content
constexpr qreal HeaderGap = 160; // between header and content, and content and footer
constexpr qreal HeadingGap = 260; // above a heading
constexpr qreal SubheadingGap = 180;
constexpr qreal BlockGap = 70;
constexpr qreal KeptAfterHeading = 620; // a heading stands on the page of what follows it
constexpr qreal GroundPadding = 60;
constexpr qreal WarningRule = 25;

/// What each page has above and below its content.
struct PageFrame
{
    BrokenText title;
    BrokenText caseText;
    BrokenText origin;

    [[nodiscard]] qreal top() const
    {
        return ReportPaper::HeaderTop + std::max(title.height(), caseText.height()) + HeaderGap;
    }
    [[nodiscard]] qreal footerTop() const { return ReportPaper::FooterBottom - origin.height(); }
    [[nodiscard]] qreal bottom() const { return footerTop() - HeaderGap; }
};

/// The first page has all of a text that the header has the beginning of.
QString headerText(const QString &text)
{
    return text.size() > MaxHeaderCharacters ? QString(text.left(MaxHeaderCharacters) + u'\u2026') : text;
}

PageFrame frameOf(const ReportDocument &document)
{
    return {
        breakText(headerText(document.title), Letters::Small, Ink::Quiet, ContentWidth * HeaderTitleShare),
        breakText(headerText(document.caseText), Letters::Small, Ink::Quiet, ContentWidth * HeaderCaseShare,
                  Qt::AlignRight),
        breakText(document.origin, Letters::Small, Ink::Quiet, ContentWidth * FooterOriginShare)};
}

void placeAll(ReportPage &page, const BrokenText &text, qreal left, qreal top)
{
    for (int line = 0; line < text.lines(); ++line) {
        page.items.emplace_back(PlacedLine{text.layout, line, {left, top}, text.ink});
        top += text.height(line);
    }
}

void addFrame(ReportPage &page, const PageFrame &frame, std::size_t number, std::size_t pages)
{
    placeAll(page, frame.title, Margin, ReportPaper::HeaderTop);
    placeAll(page, frame.caseText, Margin + ContentWidth * (1 - HeaderCaseShare), ReportPaper::HeaderTop);
    placeAll(page, frame.origin, Margin, frame.footerTop());
    const BrokenText numbers =
        breakText(Trailglass::tr("page %1 of %2").arg(number).arg(pages), Letters::Small, Ink::Quiet,
                  ContentWidth * FooterPageShare, Qt::AlignRight);
    placeAll(page, numbers, Margin + ContentWidth * (1 - FooterPageShare), frame.footerTop());
}

/// Adds each kind of block.
class BlockFlow
{
public:
    explicit BlockFlow(ReportFlow &flow)
        : m_flow(flow)
    {
    }

    void operator()(const ReportHeading &heading)
    {
        const Letters letters = heading.level == 1 ? Letters::Title
            : heading.level == 2                   ? Letters::Heading
                                                   : Letters::Subheading;
        const BrokenText text = breakText(heading.text, letters, Ink::Text, ContentWidth);
        m_flow.addSpace(heading.level == 2 ? HeadingGap : SubheadingGap);
        m_flow.require(std::min(text.height() + KeptAfterHeading, m_flow.pageHeight()));
        m_flow.addText(text, Margin);
        m_flow.addSpace(BlockGap);
    }

    void operator()(const ReportParagraph &paragraph)
    {
        if (paragraph.tone == ReportParagraph::Tone::Warning)
            return addWarning(paragraph.text);
        const bool isQuiet = paragraph.tone == ReportParagraph::Tone::Quiet;
        m_flow.addText(
            breakText(paragraph.text, Letters::Body, isQuiet ? Ink::Quiet : Ink::Text, ContentWidth), Margin);
        m_flow.addSpace(BlockGap);
    }

    void operator()(const ReportLines &lines)
    {
        for (const QString &line : lines.lines)
            addCode(breakText(line, Letters::Code, Ink::Text, ContentWidth - 2 * GroundPadding));
        m_flow.addSpace(BlockGap);
    }

    void operator()(const ReportFacts &facts)
    {
        addFacts(m_flow, facts);
        m_flow.addSpace(BlockGap);
    }

    void operator()(const ReportTable &table)
    {
        addTable(m_flow, table);
        m_flow.addSpace(BlockGap);
    }

    void operator()(const ReportChart &chart)
    {
        addChart(m_flow, chart);
        m_flow.addSpace(BlockGap);
    }

private:
    /// With a rule at its left, so that it stands out without colours too.
    void addWarning(const QString &text)
    {
        const BrokenText broken =
            breakText(text, Letters::Body, Ink::Warning, ContentWidth - GroundPadding - WarningRule);
        for (int line = 0; line < broken.lines(); ++line) {
            const qreal height = broken.height(line);
            m_flow.require(height);
            m_flow.place({Margin, m_flow.y(), WarningRule, height}, Ink::Warning);
            m_flow.place(broken, line, {Margin + GroundPadding + WarningRule, m_flow.y()});
            m_flow.advance(height);
        }
        m_flow.addSpace(BlockGap);
    }

    void addCode(const BrokenText &text)
    {
        for (int line = 0; line < text.lines(); ++line) {
            const qreal height = text.height(line);
            m_flow.require(height);
            m_flow.place({Margin, m_flow.y(), ContentWidth, height}, Ink::Ground);
            m_flow.place(text, line, {Margin + GroundPadding, m_flow.y()});
            m_flow.advance(height);
        }
    }

    ReportFlow &m_flow;
};

} // namespace

std::vector<ReportPage> layOutReport(const ReportDocument &document, const CancelToken &cancel)
{
    const PageFrame frame = frameOf(document);
    ReportFlow flow(frame.top(), frame.bottom());
    BlockFlow blocks(flow);
    for (const ReportBlock &block : document.blocks) {
        if (cancel.isCancelled())
            break;
        std::visit([&blocks](const auto &content) { blocks(content); }, block);
    }
    std::vector<ReportPage> pages = flow.takePages();
    for (std::size_t page = 0; page < pages.size(); ++page)
        addFrame(pages[page], frame, page + 1, pages.size());
    return pages;
}

} // namespace Trailglass
