import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Ten best documents by BM25 for each query: an OR of the query's words.
 *
 * Rank CORPUS QUERIES: both are lines of "id, tab, text"; prints lines of
 * "query id, tab, document id".
 */
public class Rank {
  public static void main(String[] arg) throws Exception {
    Analyzer analyzer = new ArabicAnalyzer();
    ByteBuffersDirectory dir = new ByteBuffersDirectory();
    try (IndexWriter w = new IndexWriter(dir, new IndexWriterConfig(analyzer));
         BufferedReader in = Files.newBufferedReader(Path.of(arg[0]))) {
      for (String line; (line = in.readLine()) != null; ) {
        int tab = line.indexOf('\t');
        Document d = new Document();
        d.add(new StringField("id", line.substring(0, tab), Field.Store.YES));
        d.add(new TextField("text", line.substring(tab + 1), Field.Store.NO));
        w.addDocument(d);
      }
    }
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(dir));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (BufferedReader in = Files.newBufferedReader(Path.of(arg[1]))) {
      for (String line; (line = in.readLine()) != null; ) {
        int tab = line.indexOf('\t');
        BooleanQuery.Builder q = new BooleanQuery.Builder();
        try (TokenStream t = analyzer.tokenStream("text",
                                                  line.substring(tab + 1))) {
          CharTermAttribute word = t.addAttribute(CharTermAttribute.class);
          t.reset();
          while (t.incrementToken()) {
            q.add(new TermQuery(new Term("text", word.toString())),
                  BooleanClause.Occur.SHOULD);
          }
        }
        for (ScoreDoc s : searcher.search(q.build(), 10).scoreDocs) {
          out.println(line.substring(0, tab) + "\t"
              + searcher.doc(s.doc).get("id"));
        }
      }
    }
    out.flush();
  }
}
