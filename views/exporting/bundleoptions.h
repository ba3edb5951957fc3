// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace Trailglass {

class NoteEditor;

/// What an evidence bundle says besides its events: a case, a note, a report, and that it is complete.
/// \thread GUI
class BundleOptions : public QWidget
{
    Q_OBJECT

public:
    /// \param caseLimit, noteLimit  UTF-16 units
    BundleOptions(qsizetype caseLimit, qsizetype noteLimit, QWidget *parent = nullptr);

    /// Without the whitespace around it.
    [[nodiscard]] QString caseText() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] bool isNoteTooLong() const;
    [[nodiscard]] bool hasReport() const;
    [[nodiscard]] bool verifiesWorkspace() const;

private:
    QLineEdit *m_case;
    NoteEditor *m_note;
    QCheckBox *m_report;
    QCheckBox *m_verify;
};

} // namespace Trailglass
