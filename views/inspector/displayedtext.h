// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <vector>

namespace Trailglass {

/// A long text as it is laid out, and the way back from there: what cannot be seen becomes a token
/// (visibleText()), but for line feeds and tabs, and a line that is too long to be laid out at once is
/// broken. After many lines several of them share one block of the layout, with LineBreak between them: each
/// block costs time and memory, however short, whenever the text grows or the window changes its size. Pure.
/// \thread any, one at a time
class DisplayedText
{
public:
    /// Characters that are laid out as one line.
    static constexpr qsizetype LongestLine = 2'000;
    /// Lines at the beginning that are blocks of their own, so that scroll bars know their number.
    static constexpr int SingleLines = 2'000;
    /// After those a block ends with the line in which it gets so many characters.
    static constexpr qsizetype FullBlock = 2'000;
    /// Between lines of one block.
    static constexpr QChar LineBreak = QChar::LineSeparator;

    /// What comes to be displayed for the next piece of the text, after all that was. A few characters at the
    /// end of the piece wait for the next one where that decides whether they show as tokens.
    [[nodiscard]] QString append(QStringView piece);
    /// What still waits, at the end of the text.
    [[nodiscard]] QString finish();

    /// What the text itself has for a part of what is displayed: the line feeds, and what became tokens.
    /// \param place  of the part's first character; a token of which only some is in the part is in it whole
    [[nodiscard]] QString source(const QString &displayed, qsizetype place) const;

private:
    /// Displayed characters that stand for another one, or for none.
    struct Substitution
    {
        qsizetype place;
        qsizetype length;
        char32_t source; ///< 0 with isBreak
        bool isBreak; ///< a line break of ours
    };

    /// Displays what was read from \a first up to \a end; keeps what may decide about the characters after
    /// it.
    QString display(qsizetype first, qsizetype end);
    void addPart(qsizetype first, qsizetype end, QString &out);
    void addPlain(QStringView text, QString &out);
    void addTokens(QStringView text, const QString &visible, QString &out);
    void addBreak(QString &out);
    void addLineFeed(QString &out);

    QString m_read; ///< the end of what was read: some that is displayed, then what waits
    qsizetype m_waiting = 0; ///< where in m_read it begins
    qsizetype m_length = 0; ///< displayed so far
    qsizetype m_lineLength = 0;
    qsizetype m_blockLength = 0; ///< without its last line
    int m_lines = 0;
    std::vector<Substitution> m_substitutions; ///< by place
};

} // namespace Trailglass
