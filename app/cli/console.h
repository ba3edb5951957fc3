// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Trailglass {

class InterruptSignal;

/// Standard streams of the program: data to stdout, everything else to stderr.
///
/// Data passes as it is, but to a terminal: there every line is visibleText(), whoever made it.
class Console
{
public:
    /// \param interrupt  ends the wait for a reader of a full pipe or a stopped terminal; outlives this
    /// object
    explicit Console(const InterruptSignal &interrupt);

    /// Data. Not buffered beyond the call. After a failure later calls do nothing.
    void print(const QString &text);
    void printBytes(QByteArrayView bytes);

    /// The `errno` that ended the writing of data, EINTR after an interrupt; 0 as long as all of it was
    /// taken.
    [[nodiscard]] int outputError() const { return m_outputError; }
    /// The reader of a pipe has seen enough (`| head`): no failure, but nothing more needs to be made.
    [[nodiscard]] bool outputIsClosed() const;

    /// Notices, reports and errors are printed as JSON from now on (`--json`).
    void setTellsJson(bool json) { m_tellsJson = json; }

    /// A line for a person, on stderr; wipes a progress line first. Control and bidi characters are shown as
    /// tokens, whoever forgot to. With setTellsJson() a `{"notice":…}` on one line.
    void tell(const QString &line);
    /// A report on stderr: with setTellsJson() the object on one line, else what tell() makes of the
    /// sentences.
    /// \param json  a whole JSON value without line breaks
    void report(const QByteArray &json, const QString &sentences);

    /// Replaces the progress line, cut to the terminal's width; nothing unless stderr is a terminal.
    void progress(const QString &line);
    void endProgress();

    [[nodiscard]] bool outputIsTerminal() const { return m_outputIsTerminal; }
    /// Characters a line of stdout may have; 0 when it is not a terminal.
    [[nodiscard]] int outputWidth() const;

    /// Asks for a credential: with echo off on a terminal, else the next line of stdin, without its line
    /// break.
    /// \error Usage when stdin ends first or the line is over 64 KiB; Cancelled, with the terminal as it was,
    /// when \a interrupt came
    Result<QByteArray> readSecretLine(const QString &prompt, const InterruptSignal &interrupt);

private:
    const InterruptSignal &m_interrupt;
    const bool m_outputIsTerminal;
    const bool m_errorIsTerminal;
    bool m_tellsJson = false;
    int m_outputError = 0;
    bool m_progressShown = false;
};

} // namespace Trailglass
