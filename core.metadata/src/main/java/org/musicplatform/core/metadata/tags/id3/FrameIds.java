package org.musicplatform.core.metadata.tags.id3;

import java.util.HashMap;
import java.util.Map;

/** Frame ids of ID3v2.2 with their successors in 2.3 and 2.4. */
final class FrameIds {

    private static final Map<String, String> SUCCESSORS = new HashMap<>();

    static {
        String pairs = "BUF RBUF CNT PCNT COM COMM CRA AENC ETC ETCO GEO GEOB GP1 GRP1 IPL TIPL MCI MCDI MVI MVIN "
                + "MVN MVNM PIC APIC POP POPM SLT SYLT STC SYTC TAL TALB TBP TBPM TCM TCOM TCO TCON TCP TCMP "
                + "TCR TCOP TDA TDAT TDY TDLY TEN TENC TFT TFLT TIM TIME TKE TKEY TLA TLAN TLE TLEN TMT TMED "
                + "TOA TOPE TOF TOFN TOL TOLY TOR TORY TOT TOAL TP1 TPE1 TP2 TPE2 TP3 TPE3 TP4 TPE4 TPA TPOS "
                + "TPB TPUB TRC TSRC TRD TRDA TRK TRCK TS2 TSO2 TSA TSOA TSC TSOC TSI TSIZ TSP TSOP TSS TSSE "
                + "TST TSOT TT1 TIT1 TT2 TIT2 TT3 TIT3 TXT TEXT TXX TXXX TYE TYER UFI UFID ULT USLT WAF WOAF "
                + "WAR WOAR WAS WOAS WCM WCOM WCP WCOP WPB WPUB WXX WXXX";
        String[] ids = pairs.split(" ");
        for (int i = 0; i < ids.length; i += 2) {
            SUCCESSORS.put(ids[i], ids[i + 1]);
        }
    }

    private FrameIds() {}

    /** Returns the successor, or the id itself when it has none. */
    static String successor(String id) {
        return SUCCESSORS.getOrDefault(id, id);
    }
}
