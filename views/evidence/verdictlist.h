// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QListWidget>
#include <QString>
#include <QStringList>

namespace Trailglass {

/// One sentence of a verdict, and what it means for whoever reads it.
struct VerdictLine
{
    enum class Meaning
    {
        Good, ///< was verified
        Problem, ///< is not as it should be
        Notice, ///< should be known besides, such as what a verification does not prove
    };

    Meaning meaning = Meaning::Notice;
    QString sentence; ///< shown as plain text
};

/// Sentences of a verdict, one below the other, each with a sign: a check mark, a triangle, a circle with an i.
///
/// Lines wrap; Ctrl+C copies those that are selected.
/// \thread GUI
class VerdictList : public QListWidget
{
    Q_OBJECT

public:
    explicit VerdictList(QWidget *parent = nullptr);

    void setLines(const QList<VerdictLine> &lines);
    /// What is shown, for a file: one sentence a line, with what it means in words.
    [[nodiscard]] static QString textOf(const QList<VerdictLine> &lines);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintSigns();
};

} // namespace Trailglass
